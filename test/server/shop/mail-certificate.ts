/** Of the mail server of the tests, for 127.0.0.1, 127.0.0.2 and localhost, signed by nobody; good for a hundred years. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBvzCCAWWgAwIBAgIUaSm5JHfuiTvO/ilPFdIcRezURP8wCgYIKoZIzj0EAwIw
IzEhMB8GA1UEAwwYTWFpbCBzZXJ2ZXIgb2YgdGhlIHRlc3RzMCAXDTI2MTEyMjE1
MjYxNVoYDzIxMjYxMDI5MTUyNjE1WjAjMSEwHwYDVQQDDBhNYWlsIHNlcnZlciBv
ZiB0aGUgdGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATdw0M2foNVNotI
JKnZEFIkwIEsdM/+5tOtQctxP3Jto1HoPLHLGitO6EdGGJ4DBFu/to6kSitSyy1Y
FoDXsthSo3UwczAdBgNVHQ4EFgQU8S5GFiIuM95HuqQ/K1CZVNc5wNYwHwYDVR0j
BBgwFoAU8S5GFiIuM95HuqQ/K1CZVNc5wNYwDwYDVR0TAQH/BAUwAwEB/zAgBgNV
HREEGTAXgglsb2NhbGhvc3SHBH8AAAGHBH8AAAIwCgYIKoZIzj0EAwIDSAAwRQIh
AOiHvMaXkHn1qNiwor2OMyPst2PSxSyt5jtWxIFs/AT5AiB9uD5UbvcanCaKjNR7
7qFWN0rdSYKDN6afSWwGYLpyQg==
-----END CERTIFICATE-----`;

/** Worth nothing: whoever has it can be the mail server of a test. */
export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrIZKAS6XoOUB3flK
pSgu66q6xquk1rtUoJqr0jMEoS6hRANCAATdw0M2foNVNotIJKnZEFIkwIEsdM/+
5tOtQctxP3Jto1HoPLHLGitO6EdGGJ4DBFu/to6kSitSyy1YFoDXsthS
-----END PRIVATE KEY-----`;
