package io.waymark.systemtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waymark.proto.alerting.v1.Alert;
import io.waymark.systemtest.AlertedPlan.Slipping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One browser for all tests of a class, before a board on which much is alerted of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTheBoard {
  final City city;
  private @Nullable Board opened;

  OnTheBoard(City city) {
    this.city = city;
  }

  @BeforeAll
  void open() {
    assumeTrue(
        Board.canBeOpened(),
        "skipped: there is no Chromium with its driver (Debian: chromium, chromium-driver)");
    AlertedPlan.load(city);
    opened = new Board(city.board());
  }

  @AfterAll
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  final Board board() {
    if (opened == null) {
      throw new IllegalStateException("the board is not open");
    }
    return opened;
  }

  /** Opens a page as somebody of the roads bureau. */
  final void openAs(String name, String path) {
    board().go(path);
    actAs(name);
  }

  final void actAs(String name) {
    String token = city.token(name, AlertedPlan.ROADS, "reporter");
    board().actAs(token, "You act as %s of roads.".formatted(name));
  }

  /** Fills in the form of what can be done with alerts, and sends it. */
  final void act(String what, String label, String words) {
    board().choose("What is to be done", what);
    board().type(label, words);
    board().press("Do it");
  }

  /** The address of its alert. */
  final String page(Slipping one) {
    return "/alerts/" + held(one).getAlertId() + "?lang=en";
  }

  /** Its alert as the service has it. */
  final Alert held(Slipping one) {
    return AlertedPlan.alert(city, one);
  }
}
