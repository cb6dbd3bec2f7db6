package io.groundswell.account;

import io.groundswell.account.OrganizationConfig.ProviderRouting;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whom an organization may prefer. What it preferred before stays, known or not: it must not hinder other changes. */
@ApplicationScoped
class RoutingRules {
    private static final String PREFIX = "config.provider_routing.";

    private final ProviderNames names;

    RoutingRules(ProviderNames names) {
        this.names = names;
    }

    void check(ProviderRouting was, ProviderRouting is) {
        var violations = new ArrayList<Violation>();
        check("llm_preference", was.llmPreference(), is.llmPreference(), names.ofLanguage(), violations);
        check("image_preference", was.imagePreference(), is.imagePreference(), names.ofImages(), violations);
        Refusal.throwIfAny(violations);
    }

    private static void check(String field, String was, String is, List<String> known, List<Violation> violations) {
        if (!is.equals(was) && !known.contains(is)) {
            var param = PREFIX + field;
            violations.add(new Violation(param, "%s must be one of %s".formatted(param, String.join(", ", known))));
        }
    }
}
