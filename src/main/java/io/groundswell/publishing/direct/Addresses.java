package io.groundswell.publishing.direct;

import io.groundswell.outbound.OutboundConfig;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Reads the addresses of servers that users name. */
@ApplicationScoped
public class Addresses {
    private final boolean plainToo;

    Addresses(OutboundConfig config) {
        this.plainToo = config.privateTargets();
    }

    /** A server and nothing beneath it; unencrypted only where calls may go to one's own network. */
    public URI server(String param, String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            var rest = address.getRawPath() == null ? "" : address.getRawPath();
            if (!(scheme.equals("https") || plainToo && scheme.equals("http"))
                    || address.getHost() == null
                    || address.getRawUserInfo() != null
                    || !(rest.isEmpty() || rest.equals("/"))
                    || address.getRawQuery() != null
                    || address.getRawFragment() != null) {
                throw invalid(param);
            }
            return new URI(
                    scheme, null, address.getHost().toLowerCase(Locale.ROOT), address.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw invalid(param);
        }
    }

    private static Refusal invalid(String param) {
        return Refusal.invalid(param, "%s must be the address of a server, such as https://mastodon.social", param);
    }
}
