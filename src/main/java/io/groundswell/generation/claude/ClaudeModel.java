package io.groundswell.generation.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.groundswell.generation.language.LanguageModel;
import io.groundswell.generation.language.Question;
import io.groundswell.generation.language.Tokens;
import io.groundswell.generation.remote.Json;
import io.groundswell.generation.remote.Line;

/** Claude, over Anthropic's Messages API: the form of an answer is a tool that it has to use. */
public final class ClaudeModel implements LanguageModel {
    private static final String TOOL = "answer";

    private final String baseUrl;
    private final String apiKey;
    private final String model;
    private final int maxOutputTokens;

    public ClaudeModel(String baseUrl, String apiKey, String model, int maxOutputTokens) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.model = model;
        this.maxOutputTokens = maxOutputTokens;
    }

    @Override
    public Reply ask(Question question, Line line) {
        var claude = AnthropicChatModel.builder()
                .httpClientBuilder(line)
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .modelName(model)
                .maxTokens(maxOutputTokens)
                .toolChoiceName(TOOL)
                .disableParallelToolUse(true)
                .maxRetries(0)
                .build();
        var tool = ToolSpecification.builder()
                .name(TOOL)
                .description("Takes your answer")
                .parameters(question.form())
                .build();
        var response = claude.chat(ChatRequest.builder()
                .messages(SystemMessage.from(question.system()), UserMessage.from(question.user()))
                .toolSpecifications(tool)
                .toolChoice(ToolChoice.REQUIRED)
                .build());
        return new Reply(answer(response), end(line));
    }

    private static String answer(ChatResponse response) {
        var message = response.aiMessage();
        if (message.hasToolExecutionRequests()) {
            return message.toolExecutionRequests().get(0).arguments();
        }
        return message.text() == null ? "" : message.text();
    }

    private static End end(Line line) {
        var reason = line.answer()
                .flatMap(Json::read)
                .map(body -> body.path("stop_reason").asText(""))
                .orElse("");
        return switch (reason) {
            case "max_tokens", "model_context_window_exceeded" -> End.CUT_OFF;
            case "refusal" -> End.DECLINED;
            default -> End.WHOLE;
        };
    }

    @Override
    public Tokens tokens(String body) {
        var usage = Json.read(body).map(read -> read.path("usage"));
        return usage.map(told -> new Tokens(in(told), told.path("output_tokens").asLong(0)))
                .orElse(Tokens.NONE);
    }

    /** Tokens that a cache took or gave are counted like others, though a cache gives them for less. */
    private static long in(JsonNode usage) {
        return usage.path("input_tokens").asLong(0)
                + usage.path("cache_creation_input_tokens").asLong(0)
                + usage.path("cache_read_input_tokens").asLong(0);
    }
}
