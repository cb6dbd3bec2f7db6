package io.groundswell.export;

import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** To whom mail may go. */
@ApplicationScoped
class MailAddress {
    static final String PARAM = "email_to";
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /** One bare address: no names, quotes, comments or line ends, so that nothing else gets into a header with it. */
    private static final Pattern FORM =
            Pattern.compile("(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@%2$s(?:\\.%2$s)+".formatted(ATOM, LABEL));

    private final ExportConfig config;

    MailAddress(ExportConfig config) {
        this.config = config;
    }

    /** @param address null when there is no mail to be sent */
    void check(String address) {
        if (address == null) {
            return;
        }
        if (address.length() > LONGEST || !FORM.matcher(address).matches()) {
            throw Refusal.invalid(PARAM, "email_to must be one email address, such as user@example.com");
        }
        if (config.mailFrom().isEmpty()) {
            throw Refusal.impossible(
                    PARAM, "email_to: this server sends no mail. Leave it out, and fetch the file from download_url");
        }
    }
}
