/** Users, memberships and addresses always lie here; a tenant's data lies where its placement says. */
export const controlDatabase = '(default)';
