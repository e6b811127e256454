import { prepareReplications } from "./prepareReplications.ts";
import { serveReplications } from "./serveReplications.ts";

/** What each thread of the pool loads. */
export default serveReplications(prepareReplications);
