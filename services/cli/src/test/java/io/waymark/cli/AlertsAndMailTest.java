package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsAndMailTest {
  private final Town town;

  AlertsAndMailTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void alertsAreListedWithTheirSentences(String language) {
    Town.Run run = town.run("alerts", "--lang", language);
    assertThat(run.exit()).isZero();
    Golden.check("alerts-" + language, run.out());
  }

  @Test
  void aBureauWithoutAlertsIsToldSo() {
    assertThat(town.run("alerts", "--bureau", "water", "--lang", "zh").out()).isEqualTo("没有预警。\n");
  }

  @Test
  void anAlertIsTakenInTheNameOfABureau() throws Exception {
    Town.Run run = town.run("ack", "a-1", "--comment", "周一加班组", "--as", "transport");
    assertThat(run.out()).isEqualTo("Taken: Urban rail length (a-1).\n");
    assertThat(town.alerting.acknowledged.getFirst().getComment()).isEqualTo("周一加班组");
    assertThat(town.lastClaims().getStringClaim("bureau")).isEqualTo("transport");
  }

  @Test
  void takingAnAlertNeedsABureau() {
    Town.Run run = town.run("ack", "a-1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("add --as transport");
    assertThat(town.alerting.acknowledged).isEmpty();
  }

  @Test
  void mailsAreListedAndTheLastIsShownAsItsRecipientReadsIt() {
    town.alerting.write("m-1", "transport@wuhan.example", "【滞后】轨道交通运营里程");
    town.alerting.write("m-2", "water@wuhan.example", "【预警】排水标准");
    Golden.check("mails-zh", town.run("mail", "--lang", "zh").out());
    Golden.check("mail-last-en", town.run("mail", "--last").out());
  }

  @Test
  void theHtmlPartGoesIntoAFile() throws IOException {
    town.alerting.write("m-1", "transport@wuhan.example", "【滞后】轨道交通运营里程");
    Town.Run run = town.run("mail", "m-1", "--html", "mail.html");
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(town.directory.resolve("mail.html"))).isEqualTo("<p>一句话。</p>");
  }

  @Test
  void noMailYetIsSaidSo() {
    Town.Run run = town.run("mail", "--last");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("No mails.\nA mail is written when something turns off track: waymark alerts\n");
  }

  @Test
  void aMailIsFoundByTheBeginningOfItsId() {
    town.alerting.write("46163d3577888264416d", "transport@wuhan.example", "first");
    town.alerting.write("46999d3577888264416d", "water@wuhan.example", "second");
    assertThat(town.run("mail").out()).contains("46163d357788  ").doesNotContain("46163d3577888");
    assertThat(town.run("mail", "46163").out()).contains("Subject     first");
    assertThat(town.run("mail", "46").exit()).isEqualTo(1);
  }

  @Test
  void anUnknownMailIsSaidSo() {
    Town.Run run = town.run("mail", "m-404");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("not found: mail m-404 not found\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void thePlanIsShownWithItsCounts(String language) {
    Golden.check("plan-show-" + language, town.run("plan", "show", "--lang", language).out());
  }
}
