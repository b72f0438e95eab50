import type { RenderMail } from './template.ts';

/** Beside the bundle of the functions, where the build puts it. A variable keeps it out of that bundle. */
const bundle = './mail-templates.cjs';

/** Renders with the templates' own bundle, which is loaded at the first mail. */
export const renderFromBundle: RenderMail = async (mail, around) => {
  const { renderMail } = (await import(bundle)) as { renderMail: RenderMail };
  return renderMail(mail, around);
};
