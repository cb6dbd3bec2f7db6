package io.groundswell.publishing.mastodon;

import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import java.net.URI;
import java.util.Map;

/** What we keep of an account besides its token: where it is, and what its server takes. */
record MastodonAccount(URI server, String id, int maxCharacters, int maxMedia) {

    static MastodonAccount of(ConnectedAccount account) {
        var data = account.data();
        return new MastodonAccount(
                URI.create(data.get("server")),
                data.get("account_id"),
                Integer.parseInt(data.get("max_characters")),
                Integer.parseInt(data.get("max_media")));
    }

    Map<String, String> data() {
        return Map.of(
                "server", server.toString(),
                "account_id", id,
                "max_characters", Integer.toString(maxCharacters),
                "max_media", Integer.toString(maxMedia));
    }

    static Server server(ConnectedAccount account, ConnectedAccounts accounts) {
        return new Server(of(account).server(), accounts.token(account));
    }
}
