/** Why the gateway closes a WebSocket (RFC 6455 § 7.4 and graphql-transport-ws). Clients reconnect after 1012 and 1013. */
export const SERVICE_RESTART = 1012;
export const TRY_AGAIN_LATER = 1013;
export const FORBIDDEN = 4403;
