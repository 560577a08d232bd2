import { Form, useNavigation } from "@remix-run/react";
import type { CampaignPage } from "#app/modules/campaigns/load-campaign.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

type Acting = Pick<CampaignPage, "campaignId" | "standing" | "revision" | "check">;

/** What can be done with a campaign as it stands. */
export function CampaignActs({ campaign }: { campaign: Acting }) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent");
  const { campaignId, standing, revision, check } = campaign;
  const isDraft = standing === "draft";
  if (standing === "stopped") return null;
  return (
    <Form method="post" className="flex flex-wrap gap-2.5">
      <input type="hidden" name="revision" value={revision} />
      {isDraft && check.needs.length === 0 && (
        <Button name="intent" value="publish" pending={pending === "publish"}>
          {t("campaigns.publish")}
        </Button>
      )}
      <ButtonLink to={`/admin/campaigns/${campaignId}/edit`} look="quiet">
        {t("campaigns.edit")}
      </ButtonLink>
      {isDraft && (
        <Button name="intent" value="discard" look="danger" pending={pending === "discard"}>
          {t("campaigns.discard")}
        </Button>
      )}
    </Form>
  );
}

/** Ends a campaign before its last day; what that means stands beside it. */
export function StopCampaign({ campaign }: { campaign: Acting }) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "stop";
  const { standing, revision } = campaign;
  if (standing !== "coming" && standing !== "running") return null;
  return (
    <details className="disclosure mt-10">
      <summary>
        <span>{t("campaigns.stop")}</span>
      </summary>
      <Form method="post" className="pb-4">
        <input type="hidden" name="revision" value={revision} />
        <p className="mb-3 max-w-prose">{t("campaigns.stop.what")}</p>
        <Button name="intent" value="stop" look="danger" pending={pending}>
          {t("campaigns.stop")}
        </Button>
      </Form>
    </details>
  );
}
