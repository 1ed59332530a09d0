package io.waymark.alerting.channels;

import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.ChannelQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The senders of all channels. */
public final class ChannelSenders implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpCourier courier = new HttpCourier(PATIENCE);
  private final List<ChannelSender> senders;

  /** Creates them; {@link #start} starts them. */
  public ChannelSenders(
      Channels channels, ChannelQueue queue, AlertingMetrics metrics, Clock serviceClock) {
    this.senders =
        channels.all().stream()
            .map(channel ->
                new ChannelSender(
                    channel,
                    channels,
                    queue,
                    courier,
                    metrics,
                    serviceClock,
                    InstantSource.system()))
            .toList();
  }

  /** Starts sending. */
  public void start() {
    senders.forEach(ChannelSender::start);
  }

  /** Says that messages were stored. */
  public void wake() {
    senders.forEach(ChannelSender::wake);
  }

  @Override
  public void close() {
    senders.forEach(ChannelSender::close);
    courier.close();
  }
}
