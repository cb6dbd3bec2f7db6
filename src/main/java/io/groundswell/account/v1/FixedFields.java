package io.groundswell.account.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.account.v1.TenantResource.ChangeTenantRequest;
import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.List;

/** What an update cannot change. Sending it along as it is does no harm, for many clients send back all they got. */
final class FixedFields {
    private static final String BY_OPERATOR = " here: the server's operator sets it";

    private final List<Violation> violations = new ArrayList<>();

    private FixedFields() {}

    static List<Violation> changed(ChangeTenantRequest request, TenantResponse shown) {
        var fields = new FixedFields();
        fields.text("id", request.id(), shown.id(), "");
        fields.text("slug", request.slug(), shown.slug(), "");
        fields.text("status", request.status(), shown.status(), BY_OPERATOR);
        fields.text("plan", request.plan(), shown.plan(), BY_OPERATOR);
        fields.text("timezone", request.timezone(), shown.timezone(), BY_OPERATOR);
        fields.metricool(request.config(), shown.config().metricool());
        return fields.violations;
    }

    private void text(String field, JsonNode sent, Object shown, String hint) {
        if (sent != null && !isText(sent, shown)) {
            violations.add(new Violation(field, field + " cannot be changed" + hint));
        }
    }

    private void metricool(JsonNode config, TenantResponse.Metricool shown) {
        if (config != null && config.has("metricool") && !isSame(config.get("metricool"), shown)) {
            violations.add(new Violation(
                    "config.metricool", "config.metricool cannot be changed here: use /v1/connect/metricool"));
        }
    }

    private static boolean isSame(JsonNode sent, TenantResponse.Metricool shown) {
        return sent.isObject()
                && (!sent.has("enabled") || isText(sent.get("enabled"), shown.enabled()))
                && (!sent.has("token") || isText(sent.get("token"), shown.token()))
                && (!sent.has("blog_id") || isText(sent.get("blog_id"), shown.blogId()));
    }

    private static boolean isText(JsonNode sent, Object shown) {
        return shown == null
                ? sent.isNull()
                : sent.isValueNode() && sent.asText().equals(shown.toString());
    }
}
