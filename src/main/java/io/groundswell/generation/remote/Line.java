package io.groundswell.generation.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.util.Optional;

/**
 * What LangChain4j sends one call over. It lives for that call alone and keeps the answer as it came, so that a call is
 * paid for even when nothing can be made of its answer.
 */
public final class Line implements HttpClientBuilder, HttpClient {
    private final Telephone telephone;
    private final Faults faults;
    private final Duration timeout;
    private String answer;

    Line(Telephone telephone, Faults faults, Duration timeout) {
        this.telephone = telephone;
        this.faults = faults;
        this.timeout = timeout;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var response = telephone.call(request.url(), request.headers(), request.body(), timeout);
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            throw faults.of(response);
        }
        answer = response.body();
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(answer)
                .build();
    }

    /** The body of a successful answer, once there is one. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Answers are read whole");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }
}
