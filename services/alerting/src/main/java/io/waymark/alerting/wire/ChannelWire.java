package io.waymark.alerting.wire;

import io.waymark.alerting.domain.ChannelDirectory.Card;
import io.waymark.alerting.domain.Notification;
import io.waymark.proto.alerting.v1.Channel;
import io.waymark.proto.alerting.v1.ChannelState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the ways by which people are told as messages. */
public final class ChannelWire {
  private ChannelWire() {}

  /**
   * One of them.
   *
   * @param last the newest line of the log about it; null for none
   */
  public static Channel channel(Card card, @Nullable Notification last) {
    Channel.Builder channel =
        Channel.newBuilder()
            .setName(card.name())
            .setKind(card.kind())
            .setDestination(card.destination())
            .setState(
                card.trouble().isEmpty()
                    ? ChannelState.CHANNEL_STATE_WORKING
                    : ChannelState.CHANNEL_STATE_AWAY)
            .setFault(card.trouble())
            .setLanguage(card.language())
            .setPerMinute(card.perMinute());
    card.severities().stream().sorted().map(ChannelWire::word).forEach(channel::addSeverities);
    card.notices().stream().sorted().map(ChannelWire::word).forEach(channel::addNotices);
    card.bureaus().stream().sorted().forEach(channel::addBureauIds);
    if (last != null) {
      channel.setLast(NotificationWire.line(last));
    }
    return channel.build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
