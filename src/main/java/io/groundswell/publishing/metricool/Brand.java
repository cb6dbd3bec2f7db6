package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.mission.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A brand of a Metricool account, with the accounts of networks that it has.
 *
 * @param accounts what each network calls its account
 */
public record Brand(String id, String name, String timezone, Map<Platform, String> accounts) {
    /** Under which names a brand's profile may hold an account; the first that is there counts. */
    private static final Map<Platform, List<String>> FIELDS = new EnumMap<>(Map.of(
            Platform.TWITTER, List.of("twitter"),
            Platform.LINKEDIN, List.of("linkedinCompany", "linkedin"),
            Platform.INSTAGRAM, List.of("instagram"),
            Platform.FACEBOOK, List.of("facebook"),
            Platform.THREADS, List.of("threads", "threadsAccountName"),
            Platform.TIKTOK, List.of("tiktok"),
            Platform.YOUTUBE, List.of("youtube")));

    static List<Brand> list(JsonNode data) {
        var brands = new ArrayList<Brand>();
        for (var row : data) {
            if (row.hasNonNull("id") && !row.path("deleted").asBoolean(false)) {
                brands.add(of(row));
            }
        }
        return brands;
    }

    private static Brand of(JsonNode row) {
        var accounts = new EnumMap<Platform, String>(Platform.class);
        FIELDS.forEach((platform, fields) -> fields.stream()
                .map(field -> row.path(field).asText(""))
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .findFirst()
                .ifPresent(text -> accounts.put(platform, text)));
        var id = row.get("id").asText();
        return new Brand(id, name(row, id), row.path("timezone").asText("UTC"), accounts);
    }

    private static String name(JsonNode row, String id) {
        for (var field : List.of("label", "title")) {
            var text = row.path(field).asText("");
            if (!text.isBlank() && !text.equals("null")) {
                return text;
            }
        }
        return "Brand " + id;
    }
}
