package io.groundswell.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A mail server on a port of this machine, which can be down for a while. */
public final class MailServer {
    private static volatile MailServer running;

    private GreenMail server;
    private final int port;

    private MailServer() {
        server = begin(0);
        port = server.getSmtp().getPort();
    }

    private static GreenMail begin(int port) {
        var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** The one that the server under test sends to. */
    public static MailServer current() {
        return running;
    }

    static Map<String, String> start() {
        running = new MailServer();
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", Integer.toString(running.port),
                "groundswell.export.mail-from", "Groundswell <reports@groundswell.example>");
    }

    public void down() {
        server.stop();
    }

    /** Back again, with nothing in it. */
    public void up() {
        server.stop();
        server = begin(port);
    }

    /** Everything that was taken, in its order. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }
}
