package io.waymark.cli.demo;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.demo.Scenario.Month;
import io.waymark.cli.pack.Door;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays a scenario through the gRPC door: for each month it moves the clock to the month's end,
 * sends what each bureau reports in that bureau's name, and goes on when everything is
 * acknowledged, so that recorded times follow the months. Playing again sends the same keys and
 * changes nothing; the clock is never turned back.
 */
public final class Player {
  private static final int CALLS_AT_ONCE = 6;

  private final Door door;
  private final ClockFile clock;
  private final Settling settling;
  private final PlayProgress progress;

  /** A player; the door should enter by the channel "demo". */
  public Player(Door door, ClockFile clock, Settling settling, PlayProgress progress) {
    this.door = door;
    this.clock = clock;
    this.settling = settling;
    this.progress = progress;
  }

  /**
   * Plays all months; at the end the clock stands at {@link Scenario#END} and ticks on.
   *
   * @throws PlayRefusedException if a report is refused
   * @throws StatusRuntimeException if a figure, a stop or a whole stream is
   */
  public PlayReport play(Scenario scenario) {
    clock.begin(Scenario.START);
    Acknowledged acknowledged = new Acknowledged(clock.now());
    try (ExecutorService few = Executors.newFixedThreadPool(CALLS_AT_ONCE)) {
      for (Month month : scenario.months()) {
        progress.at(month.end(), acknowledged.total(), scenario.size());
        play(scenario.planId(), month, acknowledged, few);
      }
    }
    clock.forwardTo(Scenario.END);
    progress.at(Scenario.LAST_MONTH_END, acknowledged.total(), scenario.size());
    return acknowledged.summary();
  }

  private void play(String planId, Month month, Acknowledged acknowledged, Executor few) {
    boolean news = clock.forwardTo(month.sentAt());
    EventMessages messages = new EventMessages(planId, acknowledged);
    MonthSender sender = new MonthSender(door, messages, acknowledged, few);
    sender.send(month);
    if (news) {
      settling.await(planId, sender.lastOfEachBureau());
    }
  }
}
