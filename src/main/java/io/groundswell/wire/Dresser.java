package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
