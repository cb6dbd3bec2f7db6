package io.groundswell.account.internal;

import io.groundswell.account.AccountConfig;
import io.groundswell.wire.Bearer;
import io.groundswell.wire.OperatorsContract;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The token that opens everything under {@code /internal}. */
@ApplicationScoped
class OperatorToken implements OperatorsContract {
    static final String ASKED_FOR = "Send the operator token as 'Authorization: Bearer <token>'";

    private final Optional<String> token;

    OperatorToken(AccountConfig config) {
        this.token = config.operatorToken().filter(text -> !text.isBlank());
    }

    @Override
    public boolean isServed() {
        return token.isPresent();
    }

    /** @param authorization the header as it was sent, or null */
    boolean is(String authorization) {
        var shown = Bearer.of(authorization);
        return shown != null && token.isPresent() && MessageDigest.isEqual(bytes(shown), bytes(token.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
