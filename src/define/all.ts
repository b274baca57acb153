import './provider.js';
import './contact-form.js';
import './inbox.js';
import './thread.js';
import './composer.js';
import './result-card.js';
import './results.js';
