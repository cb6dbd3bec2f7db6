package io.groundswell.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Providers that write and draw for live missions. Each is used once it is configured; without any, the sandbox stands in. */
@ConfigMapping(prefix = "groundswell.generation")
public interface GenerationConfig {
    Claude claude();

    Openai openai();

    OpenaiImages openaiImages();

    Ollama ollama();

    Circuit circuit();

    /** Claude, over Anthropic's Messages API. */
    interface Claude {
        /** API key of an Anthropic account; enables Claude as a writer. */
        Optional<String> apiKey();

        /** Base URL of Anthropic's Messages API. */
        @WithDefault("https://api.anthropic.com/v1")
        String baseUrl();

        /** Claude model that plans and writes. */
        @WithDefault("claude-sonnet-4-5")
        String model();

        /** Price of a million input tokens, in cents; needed for models of Claude that the built-in price list lacks. */
        Optional<BigDecimal> inputCents();

        /** Price of a million output tokens, in cents; needed for models of Claude that the built-in price list lacks. */
        Optional<BigDecimal> outputCents();

        /** Most tokens in one answer of Claude. Every call reserves money for two such answers. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer of Claude may take. */
        @WithDefault("60S")
        Duration timeout();
    }

    /** OpenAI, over its Chat Completions API. */
    interface Openai {
        /** API key of an OpenAI account; enables OpenAI as a writer. */
        Optional<String> apiKey();

        /** Base URL of OpenAI's Chat Completions API. */
        @WithDefault("https://api.openai.com/v1")
        String baseUrl();

        /** OpenAI model that plans and writes. */
        @WithDefault("gpt-4.1-mini")
        String model();

        /** Price of a million input tokens, in cents; needed for models of OpenAI that the built-in price list lacks. */
        Optional<BigDecimal> inputCents();

        /** Price of a million output tokens, in cents; needed for models of OpenAI that the built-in price list lacks. */
        Optional<BigDecimal> outputCents();

        /** Most tokens in one answer of OpenAI, reasoning included. Every call reserves money for two such answers. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer of OpenAI may take. */
        @WithDefault("60S")
        Duration timeout();
    }

    /** Pictures, over OpenAI's Images API. */
    interface OpenaiImages {
        /** API key of an OpenAI account; enables OpenAI as an illustrator. */
        Optional<String> apiKey();

        /** Base URL of OpenAI's Images API. */
        @WithDefault("https://api.openai.com/v1")
        String baseUrl();

        /** OpenAI model that draws pictures. */
        @WithDefault("gpt-image-1")
        String model();

        /** Quality of OpenAI's pictures, in the API's terms; it affects the price. */
        @WithDefault("medium")
        String quality();

        /** Price of one picture of any size, in cents; needed if the built-in price list lacks the model in this quality. */
        Optional<BigDecimal> imageCents();

        /** How long OpenAI may take for one picture. */
        @WithDefault("120S")
        Duration timeout();
    }

    /** Ollama, or any server that speaks OpenAI's Chat Completions API. */
    interface Ollama {
        /**
         * Base URL of Ollama or another server with OpenAI's Chat Completions API, such as {@code http://localhost:11434/v1}.
         * With it, {@code groundswell.generation.ollama.model} must be set, too.
         */
        Optional<String> baseUrl();

        /** Model that plans and writes, as Ollama names it. With it, {@code groundswell.generation.ollama.base-url} must be set, too. */
        Optional<String> model();

        /** API key of the server that stands for Ollama, if it requires one. */
        Optional<String> apiKey();

        /** Price of a million input tokens of the Ollama model, in cents. */
        @WithDefault("0")
        BigDecimal inputCents();

        /** Price of a million output tokens of the Ollama model, in cents. */
        @WithDefault("0")
        BigDecimal outputCents();

        /** Most tokens in one answer of Ollama. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer of Ollama may take; a large model on a small machine takes minutes. */
        @WithDefault("300S")
        Duration timeout();
    }

    /** When a provider that does not answer is left alone, per instance of the server. */
    interface Circuit {
        /** How many failures in a row make this instance stop calling a provider for a while. */
        @WithDefault("5")
        int failures();

        /** How long this instance stops calling a failing provider before one call tries again. */
        @WithDefault("30S")
        Duration pause();
    }
}
