package io.groundswell.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Who writes and draws for live missions. A provider is asked once it is configured; without any the sandbox stands in. */
@ConfigMapping(prefix = "groundswell.generation")
public interface GenerationConfig {
    Claude claude();

    Openai openai();

    OpenaiImages openaiImages();

    Ollama ollama();

    Circuit circuit();

    /** Claude, over Anthropic's Messages API. */
    interface Claude {
        /** The key of an Anthropic account. With it, Claude is configured. */
        Optional<String> apiKey();

        /** Where the API is. */
        @WithDefault("https://api.anthropic.com/v1")
        String baseUrl();

        /** The model that plans and writes. */
        @WithDefault("claude-sonnet-4-5")
        String model();

        /** Cents for a million tokens that are sent; needed for models that the price list does not know. */
        Optional<BigDecimal> inputCents();

        /** Cents for a million tokens that are written; needed for models that the price list does not know. */
        Optional<BigDecimal> outputCents();

        /** The longest answer. Every call reserves money for two such answers. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer may take. */
        @WithDefault("60S")
        Duration timeout();
    }

    /** OpenAI, over its Chat Completions API. */
    interface Openai {
        /** The key of an OpenAI account. With it, OpenAI is configured as a writer. */
        Optional<String> apiKey();

        /** Where the API is. */
        @WithDefault("https://api.openai.com/v1")
        String baseUrl();

        /** The model that plans and writes. */
        @WithDefault("gpt-4.1-mini")
        String model();

        /** Cents for a million tokens that are sent; needed for models that the price list does not know. */
        Optional<BigDecimal> inputCents();

        /** Cents for a million tokens that are written; needed for models that the price list does not know. */
        Optional<BigDecimal> outputCents();

        /** The longest answer, thoughts of a reasoning model included. Every call reserves money for two such answers. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer may take. */
        @WithDefault("60S")
        Duration timeout();
    }

    /** Pictures, over OpenAI's Images API. */
    interface OpenaiImages {
        /** The key of an OpenAI account. With it, OpenAI is configured as an illustrator. */
        Optional<String> apiKey();

        /** Where the API is. */
        @WithDefault("https://api.openai.com/v1")
        String baseUrl();

        /** The model that draws. */
        @WithDefault("gpt-image-1")
        String model();

        /** How carefully it draws, in the words of the API; it decides the price as well. */
        @WithDefault("medium")
        String quality();

        /** Cents for one picture of any size; needed where the price list does not know the model in this quality. */
        Optional<BigDecimal> imageCents();

        /** How long one picture may take. */
        @WithDefault("120S")
        Duration timeout();
    }

    /** Ollama, or any server that speaks OpenAI's Chat Completions API. */
    interface Ollama {
        /** Where it is, such as {@code http://localhost:11434/v1}. With it and a model, it is configured. */
        Optional<String> baseUrl();

        /** The model that plans and writes. */
        Optional<String> model();

        /** Only for servers that ask for one. */
        Optional<String> apiKey();

        /** Cents for a million tokens that are sent. */
        @WithDefault("0")
        BigDecimal inputCents();

        /** Cents for a million tokens that are written. */
        @WithDefault("0")
        BigDecimal outputCents();

        /** The longest answer. */
        @WithDefault("4000")
        int maxOutputTokens();

        /** How long one answer may take; a large model on a small machine takes minutes. */
        @WithDefault("300S")
        Duration timeout();
    }

    /** When a provider that does not answer is left alone, per instance of the server. */
    interface Circuit {
        /** After how many failures in a row. */
        @WithDefault("5")
        int failures();

        /** For how long, until one call tries again. */
        @WithDefault("30S")
        Duration pause();
    }
}
