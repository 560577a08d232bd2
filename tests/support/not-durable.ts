import pg from "pg";

const SAFEGUARDS = ["fsync", "synchronous_commit", "full_page_writes"];

/**
 * Lets a server of ours answer before the disk has what it says, from now on: what it holds is thrown away.
 * Tests that kill a server have one of their own, which is as durable as the site's.
 *
 * @param url a connection as its superuser.
 */
export async function withoutDurability(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const safeguard of SAFEGUARDS) await client.query(`alter system set ${safeguard} = off`);
    await client.query("select pg_reload_conf()");
  } finally {
    await client.end();
  }
}
