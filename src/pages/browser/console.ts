import { offerPasskeys } from './passkeys.js';
import { focusWhatIsSaid, guardForms } from './submit-guard.js';

guardForms();
focusWhatIsSaid();
offerPasskeys();
