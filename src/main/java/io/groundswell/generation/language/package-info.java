/** Writing with language models: what they are told, what they must answer, and what is done with an answer that does not do. */
package io.groundswell.generation.language;
