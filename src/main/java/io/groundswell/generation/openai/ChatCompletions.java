package io.groundswell.generation.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.groundswell.generation.language.LanguageModel;
import io.groundswell.generation.language.Question;
import io.groundswell.generation.language.Tokens;
import io.groundswell.generation.remote.Json;
import io.groundswell.generation.remote.Line;
import java.util.Map;

/** A model over the Chat Completions API, of OpenAI or of a server that speaks it; the form of an answer is a JSON schema. */
public final class ChatCompletions implements LanguageModel {
    private final String baseUrl;
    private final String apiKey;
    private final String model;
    private final int maxOutputTokens;
    private final Dialect dialect;

    /** Where OpenAI and those that speak its language differ. */
    public enum Dialect {
        /** Holds a model to the schema, and counts a reasoning model's thoughts among what it may write. */
        OPENAI {
            @Override
            OpenAiChatModelBuilder bound(OpenAiChatModelBuilder model, int maxOutputTokens) {
                return model.maxCompletionTokens(maxOutputTokens)
                        .strictJsonSchema(true)
                        .store(false);
            }
        },
        /** Knows the older name of the limit only, and takes the schema as a grammar or not at all. */
        COMPATIBLE {
            @Override
            OpenAiChatModelBuilder bound(OpenAiChatModelBuilder model, int maxOutputTokens) {
                return model.maxTokens(maxOutputTokens);
            }
        };

        abstract OpenAiChatModelBuilder bound(OpenAiChatModelBuilder model, int maxOutputTokens);
    }

    /** @param apiKey null where none is asked for */
    public ChatCompletions(String baseUrl, String apiKey, String model, int maxOutputTokens, Dialect dialect) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.model = model;
        this.maxOutputTokens = maxOutputTokens;
        this.dialect = dialect;
    }

    @Override
    public Reply ask(Question question, Line line) {
        var builder = OpenAiChatModel.builder()
                .httpClientBuilder(line)
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .modelName(model)
                // For the provider's support; none of these APIs promises to answer a repeated call only once.
                .customHeaders(Map.of("X-Client-Request-Id", question.reference()))
                .maxRetries(0);
        var chat = dialect.bound(builder, maxOutputTokens).build();
        try {
            var response = chat.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(question.system()), UserMessage.from(question.user()))
                    .responseFormat(ResponseFormat.builder()
                            .type(ResponseFormatType.JSON)
                            .jsonSchema(question.schema())
                            .build())
                    .build());
            var text = response.aiMessage().text();
            return new Reply(text == null ? "" : text, end(line));
        } catch (ContentFilteredException declined) {
            return new Reply("", End.DECLINED);
        }
    }

    private static End end(Line line) {
        var reason = line.answer()
                .flatMap(Json::read)
                .map(body -> body.path("choices").path(0).path("finish_reason").asText(""))
                .orElse("");
        return switch (reason) {
            case "length" -> End.CUT_OFF;
            case "content_filter" -> End.DECLINED;
            default -> End.WHOLE;
        };
    }

    @Override
    public Tokens tokens(String body) {
        return Json.read(body)
                .map(read -> read.path("usage"))
                .map(usage -> new Tokens(count(usage, "prompt_tokens"), count(usage, "completion_tokens")))
                .orElse(Tokens.NONE);
    }

    private static long count(JsonNode usage, String name) {
        return usage.path(name).asLong(0);
    }
}
