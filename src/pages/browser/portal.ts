import { focusWhatIsSaid, guardForms } from './submit-guard.js';

guardForms();
focusWhatIsSaid();
