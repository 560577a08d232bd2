import { createContext, useContext } from "react";

/** The page's script nonce while it is rendered; empty in the browser, which hides nonces. */
export const NonceContext = createContext("");

export const useNonce = () => useContext(NonceContext);
