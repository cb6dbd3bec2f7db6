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

    public String json(Contract contract, Failure failure) {
        try {
            return json.writeValueAsString(dress(contract, failure));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error body is always writable", e);
        }
    }
}
