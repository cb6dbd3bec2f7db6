package io.groundswell.publishing.direct;

import io.groundswell.publishing.PublishError;
import io.groundswell.shared.Refusal;
import java.util.function.Supplier;

/** Asks a network whether an account can be connected, and says which parameter is to blame when it cannot. */
public record Verification(String serverParam, String secretParam) {

    public <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (NetworkFailure failure) {
            throw refusal(failure);
        }
    }

    private Refusal refusal(NetworkFailure failure) {
        return switch (failure.kind()) {
            case REVOKED -> Refusal.impossible(secretParam, "The network does not take it (%s)", failure.getMessage());
            case REFUSED, ABSENT, MISPLACED ->
                Refusal.impossible(serverParam, "No account can be connected there (%s)", failure.getMessage());
            case LIMITED, PASSING ->
                Refusal.of(PublishError.PROVIDER_ERROR, "The network does not answer now (%s)", failure.getMessage());
        };
    }
}
