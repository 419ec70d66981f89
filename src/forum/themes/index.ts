/** What pages and other rooms may use of themes. */
export { addTheme, describeTheme } from './actions.ts';
export { createThemeFollower } from './follow.ts';
export {
  formOfTheme,
  LONGEST_ABOUT,
  LONGEST_LABEL,
  readTheme,
  THEME_FIELDS,
  type ThemeContent,
  type ThemeForm,
} from './model.ts';
export { type DescribedTheme, describedTheme, themesSaid } from './store.ts';
