import { offerPasskeys } from './passkeys.js';
import { reorderLists } from './reorder.js';
import { watchTime } from './session-clock.js';
import { focusWhatIsSaid, guardForms } from './submit-guard.js';

guardForms();
reorderLists();
focusWhatIsSaid();
offerPasskeys();
watchTime();
