/** Where the stack under test listens. Throws a sentence that says how to start one. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this with \`npm run with-stack -- …\` or \`npm test\`.`);
  return value;
}

export const stack = {
  get firestore() {
    return `http://${required('FIRESTORE_EMULATOR_HOST')}`;
  },
  get auth() {
    return `http://${required('FIREBASE_AUTH_EMULATOR_HOST')}`;
  },
  get functions() {
    return required('FUNCTIONS_URL');
  },
  get mailbox() {
    return required('MAILBOX_URL');
  },
  get web() {
    return required('WEB_URL');
  },
  get project() {
    return required('GCLOUD_PROJECT');
  },
} as const;
