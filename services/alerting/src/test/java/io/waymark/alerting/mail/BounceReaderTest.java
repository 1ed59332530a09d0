package io.waymark.alerting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.Bounce;
import io.waymark.chassis.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BounceReaderTest {
  private static final Path BOUNCES = Path.of("src/test/resources/bounces");

  @Test
  void aRefusedMailIsReadWithBothItsRecipientsAddresses() throws IOException {
    List<Bounce> bounces =
        BounceReader.read(Files.readAllBytes(BOUNCES.resolve("postfix-refused.eml")));
    assertThat(bounces)
        .containsExactly(
            new Bounce(
                "<m1@waymark.example>",
                List.of("gone@wuhan.example", "gone@inner.wuhan.example"),
                Bounce.Action.FAILED,
                "5.1.1",
                "550 5.1.1 <gone@inner.wuhan.example>: Recipient address rejected: User unknown"));
  }

  @Test
  void aDelayAndWhatIsNoTroubleAreToldApart() throws IOException {
    List<Bounce> bounces =
        BounceReader.read(Files.readAllBytes(BOUNCES.resolve("headers-only-delayed.eml")));
    assertThat(bounces)
        .extracting(Bounce::action)
        .containsExactly(Bounce.Action.DELAYED, Bounce.Action.NO_TROUBLE);
    assertThat(bounces.getFirst().messageId()).isEqualTo("<m2@waymark.example>");
    assertThat(bounces.getFirst().said()).isEqualTo("4.4.1");
  }

  @Test
  void whatIsNoReportIsRefusedByName() {
    assertThatThrownBy(() -> BounceReader.read("Subject: hello\r\n\r\nhello".getBytes(UTF_8)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("message: text/plain")
        .hasMessageContaining("expected: a delivery status notification, RFC 3464");
    assertThatThrownBy(() -> BounceReader.read(new byte[0]))
        .hasMessage("message: 0 (expected: 1..1048576 bytes)");
    assertThatThrownBy(() -> BounceReader.read(new byte[BounceReader.LARGEST + 1]))
        .hasMessage("message: 1048577 (expected: 1..1048576 bytes)");
    String hollow = "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n";
    assertThatThrownBy(() -> BounceReader.read(hollow.getBytes(UTF_8)))
        .hasMessageContaining("without message/delivery-status");
    assertThatThrownBy(() -> BounceReader.read(new byte[] {0, 1, 2, 3, -1}))
        .isInstanceOf(Failure.class);
  }

  @Test
  void hostileReportsStayInertAndBounded() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      many.append("\r\nFinal-Recipient: rfc822; a" + i + "@x.example\r\nAction: failed\r\n");
    }
    assertThat(BounceReader.read(report(many.toString()).getBytes(UTF_8))).hasSize(100);
    Bounce bounce =
        BounceReader.read(
                report(
                        "\r\nFinal-Recipient: rfc822; a@x.example\r\nAction: FAILED\r\nStatus: 5.0.0"
                            + "\r\nDiagnostic-Code: smtp; 550 \u202Eevil\u0000\u0007"
                            + "x".repeat(5000)
                            + "\r\n")
                    .getBytes(UTF_8))
            .getFirst();
    assertThat(bounce.action()).isEqualTo(Bounce.Action.FAILED);
    assertThat(bounce.diagnostic()).hasSizeLessThanOrEqualTo(301).doesNotContain("\u202E", "\0");
  }

  private static String report(String recipients) {
    return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n"
        + recipients
        + "\r\n--b--\r\n";
  }
}
