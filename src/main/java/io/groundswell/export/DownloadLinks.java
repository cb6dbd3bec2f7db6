package io.groundswell.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses that open one export for whoever has them, until it expires. Signed, so that nobody makes one up. */
@ApplicationScoped
public class DownloadLinks {

    private final LinkKey key;
    private final String publicUrl;

    DownloadLinks(LinkKey key, @ConfigProperty(name = "groundswell.wire.public-url") String publicUrl) {
        this.key = key;
        this.publicUrl = publicUrl;
    }

    /** Of an export that is made. */
    public String of(Export export) {
        var expires = export.expiresAt().getEpochSecond();
        return "%s/v1/analytics/export/%s/download?expires=%d&signature=%s"
                .formatted(publicUrl, export.id(), expires, signature(export.id(), expires));
    }

    /** Whether the signature is ours, for this export and this time, which is still to come. */
    boolean isGood(String id, String expires, String signature, Instant now) {
        if (expires == null || signature == null || !expires.matches("\\d{1,12}")) {
            return false;
        }
        var end = Long.parseLong(expires);
        var own = signature(id, end).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(own, signature.getBytes(StandardCharsets.UTF_8)) && now.getEpochSecond() < end;
    }

    private String signature(String id, long expires) {
        return key.sign(id + "\n" + expires);
    }
}
