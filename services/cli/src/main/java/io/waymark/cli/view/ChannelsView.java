package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.Channel;
import io.waymark.proto.alerting.v1.ChannelState;
import io.waymark.proto.alerting.v1.ListChannelsResponse;
import io.waymark.proto.alerting.v1.Notification;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The ways by which people are told. */
public final class ChannelsView {
  private static final int LAST_COLUMNS = 60;

  /** More kinds than these are rather counted than named. */
  private static final int KINDS_NAMED = 4;

  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public ChannelsView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /** One line each, below it what ails it; then what is wrong with the file. */
  public String render(ListChannelsResponse reply) {
    Table table =
        new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("channels.name"),
        words.get("channels.kind"),
        words.get("channels.destination"),
        words.get("channels.routed"),
        words.get("channels.state"),
        words.get("channels.last"));
    for (Channel channel : reply.getChannelsList()) {
      table.row(
          Cell.of(channel.getName()),
          Cell.of(words.getOr("channels.kind." + channel.getKind(), channel.getKind())),
          Cell.of(channel.getDestination()),
          Cell.of(routed(channel)),
          state(channel.getState()),
          Cell.of(DisplayWidth.cut(last(channel), LAST_COLUMNS)));
    }
    StringBuilder page = new StringBuilder(table.render(view.style()));
    for (Channel channel : reply.getChannelsList()) {
      if (!channel.getFault().isEmpty()) {
        page.append(words.get("channels.fault", channel.getName(), channel.getFault()))
            .append('\n');
      }
    }
    reply
        .getFaultsList()
        .forEach(fault -> page.append(words.get("channels.unused", fault)).append('\n'));
    return page.toString();
  }

  private String routed(Channel channel) {
    if (channel.getSeveritiesList().isEmpty()) {
      return words.get("channels.by-recipient");
    }
    List<String> bureaus = channel.getBureauIdsList();
    return String.join(
        words.get("channels.and"),
        named("severity.", channel.getSeveritiesList()),
        channel.getNoticesCount() > KINDS_NAMED
            ? words.get("channels.kinds", channel.getNoticesCount())
            : named("channels.notice.", channel.getNoticesList()),
        bureaus.isEmpty()
            ? words.get("channels.all-bureaus")
            : String.join(words.get("channels.or"), bureaus));
  }

  private String named(String key, List<String> values) {
    return String.join(
        words.get("channels.or"),
        values.stream()
            .map(value -> words.getOr(key + value.toLowerCase(Locale.ROOT), value))
            .toList());
  }

  private Cell state(ChannelState state) {
    Tone tone =
        switch (state) {
          case CHANNEL_STATE_WORKING -> Tone.GREEN;
          case CHANNEL_STATE_AWAY -> Tone.RED;
          case CHANNEL_STATE_UNSPECIFIED, UNRECOGNIZED -> Tone.GREY;
        };
    return new Cell(words.getOr("channels." + state.name(), "-"), tone);
  }

  private String last(Channel channel) {
    if (!channel.hasLast()) {
      return words.get("channels.nothing");
    }
    Notification line = channel.getLast();
    return times.minute(line.getAt())
        + " "
        + words.getOr("outcome." + line.getOutcome().name(), "-")
        + " "
        + line.getAnswer();
  }
}
