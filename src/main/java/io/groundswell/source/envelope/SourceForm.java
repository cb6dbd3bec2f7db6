package io.groundswell.source.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.source.SourceKind;
import io.groundswell.wire.envelope.Rules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a project is connected to a source with. */
@RegisterForReflection
record SourceForm(
        @NotNull
        @Schema(
                description =
                        "`tiktok_account` is a creator's own account, `tiktok_research` tells of anybody; `sandbox` is invented, and only where the server offers it")
        SourceKind kind,

        @Size(max = LONGEST) @Schema(description = "Of the app at TikTok; not of the sandbox")
        String clientKey,

        @Size(max = LONGEST) String clientSecret,

        @Size(max = LONGEST) @Schema(description = "That the creator's consent led to; of `tiktok_account` alone")
        String refreshToken) {
    private static final int LONGEST = 1_000;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1," + LONGEST + "}");

    List<Violation> broken(JsonNode body) {
        var rules = new Rules(body).requires("kind");
        if (kind == SourceKind.TIKTOK_ACCOUNT || kind == SourceKind.TIKTOK_RESEARCH) {
            rules.requires("client_key").requires("client_secret");
            printable(rules, "client_key", clientKey);
            printable(rules, "client_secret", clientSecret);
        }
        if (kind == SourceKind.TIKTOK_ACCOUNT) {
            rules.requires("refresh_token");
            printable(rules, "refresh_token", refreshToken);
        }
        return rules.broken();
    }

    private static void printable(Rules rules, String field, String value) {
        rules.that(
                value == null || PRINTABLE.matcher(value).matches(),
                field,
                "must be 1 to %,d printable ASCII characters".formatted(LONGEST));
    }

    Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        if (kind != SourceKind.SANDBOX) {
            told.put("client_key", clientKey);
            told.put("client_secret", clientSecret);
        }
        if (kind == SourceKind.TIKTOK_ACCOUNT) {
            told.put("refresh_token", refreshToken);
        }
        return told;
    }
}
