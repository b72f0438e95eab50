/** The database of the control plane, and of every tenant that was not moved to one of its own. */
export const defaultDatabase = '(default)';
