package io.waymark.alerting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waymark.embedded.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Postfix as a private instance: folder, ports and configuration of its own. It wants
 * STARTTLS and a login, and hands every mail on to one next host. Who may log in is asked of us, in
 * the words of Dovecot's authentication protocol.
 */
final class Postfix implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
  private static final Path DAEMONS = Path.of("/usr/lib/postfix/sbin");

  private final Path folder;
  private final int port = FreePort.find();
  private final ServerSocket logins = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String accepted;
  private final Process process;

  /** Skips the test, saying why, where Postfix cannot run. */
  static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(PROGRAM),
        "no Debian mail server took part: postfix is not installed (.ci/run installs it)");
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "no Debian mail server took part: only root may start postfix");
  }

  Postfix(Path folder, TestCertificate certificate, SmtpSettings.Login login, int nextPort)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.accepted = "\0" + login.user() + "\0" + login.password();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path conf = Files.createDirectory(folder.resolve("conf"));
    Files.createDirectory(folder.resolve("spool"));
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setOwner(
        data,
        data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
    Files.writeString(conf.resolve("main.cf"), main(certificate, nextPort));
    Files.writeString(conf.resolve("master.cf"), master());
    Thread.ofVirtual().name("logins").start(this::answerLogins);
    this.process = run("start-fg");
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("stop").waitFor(20, TimeUnit.SECONDS);
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    logins.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private Process run(String what) throws IOException {
    return new ProcessBuilder(PROGRAM.toString(), "-c", folder.resolve("conf").toString(), what)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.log").toFile()))
        .start();
  }

  private String main(TestCertificate certificate, int nextPort) {
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/spool
    data_directory = %1$s/data
    command_directory = /usr/sbin
    daemon_directory = %2$s
    mail_owner = postfix
    setgid_group = postdrop
    myhostname = localhost
    mydestination =
    mynetworks =
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    maillog_file = %1$s/mail.log
    maillog_file_prefixes = %1$s
    smtpd_tls_security_level = encrypt
    smtpd_tls_cert_file = %3$s
    smtpd_tls_key_file = %4$s
    smtpd_sasl_auth_enable = yes
    smtpd_sasl_type = dovecot
    smtpd_sasl_path = inet:127.0.0.1:%5$d
    smtpd_relay_restrictions = permit_sasl_authenticated, reject
    relayhost = [127.0.0.1]:%6$d
    smtp_tls_security_level = none
    notify_classes =
    """
        .formatted(
            folder,
            DAEMONS,
            certificate.certificate(),
            certificate.key(),
            logins.getLocalPort(),
            nextPort);
  }

  private String master() {
    return """
    127.0.0.1:%d inet n - n - - smtpd
    pickup unix n - n 60 1 pickup
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    tlsmgr unix - - n 1000? 1 tlsmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    smtp unix - - n - - smtp
    relay unix - - n - - smtp
    error unix - - n - - error
    retry unix - - n - - error
    discard unix - - n - - discard
    anvil unix - - n - 1 anvil
    scache unix - - n - 1 scache
    postlog unix-dgram n - n - 1 postlogd
    """
        .formatted(port);
  }

  private void answerLogins() {
    while (!logins.isClosed()) {
      try {
        Socket asking = logins.accept();
        Thread.ofVirtual().start(() -> converse(asking));
      } catch (IOException e) {
        return;
      }
    }
  }

  /** What the client said: perhaps for whom it acts, then its name and password. */
  private static String said(String line) {
    String response = line.substring(line.lastIndexOf("resp=") + "resp=".length());
    return new String(Base64.getDecoder().decode(response), UTF_8);
  }

  private void converse(Socket asking) {
    try (asking) {
      OutputStream out = asking.getOutputStream();
      out.write(
          ("VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t"
                  + "0".repeat(32)
                  + "\nDONE\n")
              .getBytes(UTF_8));
      BufferedReader in = new BufferedReader(new InputStreamReader(asking.getInputStream(), UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split("\t", -1);
        if (words[0].equals("AUTH")) {
          boolean welcome = said(line).endsWith(accepted);
          String answer = welcome ? "OK\t" + words[1] + "\tuser=waymark" : "FAIL\t" + words[1];
          out.write((answer + "\n").getBytes(UTF_8));
        }
      }
    } catch (IOException e) {
      return;
    }
  }
}
