package io.groundswell.generation.openai;

import dev.langchain4j.model.openai.OpenAiImageModel;
import io.groundswell.generation.remote.Json;
import io.groundswell.generation.remote.Line;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Draws single pictures over OpenAI's Images API. */
public final class PictureModel {
    private final String baseUrl;
    private final String apiKey;
    private final String model;
    private final String quality;

    public PictureModel(String baseUrl, String apiKey, String model, String quality) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.model = model;
        this.quality = quality;
    }

    String name() {
        return model;
    }

    /** The older models answer with an address unless told otherwise; the newer ones know no such choice. */
    private boolean isOlder() {
        return model.startsWith("dall-e");
    }

    /** The bytes of a PNG, empty when the answer holds none. */
    Optional<byte[]> draw(String prompt, PictureSize size, String reference, Line line) {
        var pictures = OpenAiImageModel.builder()
                .httpClientBuilder(line)
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .modelName(model)
                .quality(quality)
                .size(size.of(model))
                .customHeaders(Map.of("X-Client-Request-Id", reference))
                .maxRetries(0);
        var drawn = (isOlder() ? pictures.responseFormat("b64_json") : pictures)
                .build()
                .generate(prompt)
                .content()
                .base64Data();
        return decoded(drawn);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.ofNullable(base64).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** How many pictures an answer holds, all of which are charged for. */
    static int pictures(String body) {
        return Json.read(body).map(read -> read.path("data").size()).orElse(0);
    }
}
