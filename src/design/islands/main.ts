import { AutoSubmit } from './auto-submit.ts';
import { CityTypeahead } from './city-typeahead.ts';
import { CopyText } from './copy-text.ts';
import { FormEnhancer } from './form-enhancer.ts';
import { LocalTime } from './local-time.ts';
import { RelativeTime } from './relative-time.ts';
import { WordCounter } from './word-counter.ts';

// The one script of the platform. Every page works without it; no markup is made from text (Trusted Types: none).
customElements.define('form-enhancer', FormEnhancer);
customElements.define('auto-submit', AutoSubmit);
customElements.define('city-typeahead', CityTypeahead);
customElements.define('copy-text', CopyText);
customElements.define('local-time', LocalTime);
customElements.define('relative-time', RelativeTime);
customElements.define('word-counter', WordCounter);
