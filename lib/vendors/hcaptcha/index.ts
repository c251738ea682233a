const hosts = ['https://hcaptcha.com', 'https://*.hcaptcha.com'] as const;

/** What a page with hCaptcha loads from elsewhere, as its makers ask for. */
export const captchaSources = { script: hosts, style: hosts, frame: hosts, connect: hosts };
