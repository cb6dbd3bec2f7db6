package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a failure into the words of a contract. */
@ApplicationScoped
public class Dresser {
    private final ObjectMapper json;
    private final String docUrl;

    Dresser(ObjectMapper json, WireConfig config) {
        this.json = json;
        this.docUrl = config.docUrl().orElse(config.publicUrl() + "/docs/errors");
    }

    public Object dress(Contract contract, Failure failure) {
        return contract.dress(failure, docUrl);
    }

    /** Answers what none of the resources is asked for. */
    public void answer(HttpServerResponse response, Contract contract, Failure failure) {
        response.setStatusCode(failure.status()).putHeader(HttpHeaders.CONTENT_TYPE, contract.mediaType());
        if (failure.retryAfterSeconds() != null) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds().toString());
        }
        response.end(text(contract, failure));
    }

    /** As text of the contract's media type. */
    public String text(Contract contract, Failure failure) {
        try {
            var dressed = dress(contract, failure);
            return dressed instanceof String text ? text : json.writeValueAsString(dressed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error body is always writable", e);
        }
    }
}
