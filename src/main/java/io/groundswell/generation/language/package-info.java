/** Writing with language models: prompts, the form answers must have, and how unusable answers are handled. */
package io.groundswell.generation.language;
