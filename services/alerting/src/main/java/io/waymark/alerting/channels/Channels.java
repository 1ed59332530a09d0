package io.waymark.alerting.channels;

import io.waymark.alerting.domain.ChannelDirectory;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelWriter;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.mail.Briefs;
import io.waymark.chassis.health.HealthCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels beside mail, as the file of channels names them. One that is broken is reported, and
 * the others go on; none of them holds up a mail.
 */
public final class Channels implements ChannelWriter, HealthCheck {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  private final List<Channel> all;
  private final List<String> faults;
  private final Map<String, String> troubles = new ConcurrentSkipListMap<>();

  private Channels(List<Channel> all, List<String> faults) {
    this.all = List.copyOf(all);
    this.faults = List.copyOf(faults);
  }

  /**
   * Reads and proves the channels.
   *
   * @param file names them; null for none
   * @param boardUrl where the web board is
   */
  public static Channels load(@Nullable Path file, String boardUrl) {
    if (file == null) {
      return new Channels(List.of(), List.of());
    }
    ChannelsReader.Read read = ChannelsReader.read(file);
    List<String> faults = new ArrayList<>(read.faults());
    List<Channel> channels = new ArrayList<>();
    Briefs briefs = new Briefs(boardUrl);
    for (ChannelConfig config : read.channels()) {
      try {
        channels.add(Channel.proven(config, briefs));
      } catch (IllegalArgumentException e) {
        faults.add(
            "WAYMARK_CHANNELS " + file.getFileName() + " " + config.name() + ": " + e.getMessage());
      }
    }
    faults.forEach(fault -> log.error("a channel is not used: {}", fault));
    return new Channels(channels, faults);
  }

  List<Channel> all() {
    return all;
  }

  /** What can be shown of each channel that is used. */
  public List<ChannelDirectory.Card> cards() {
    return all.stream()
        .map(Channel::config)
        .map(config -> config.card(troubles.getOrDefault(config.name(), "")))
        .toList();
  }

  /** What is wrong with the file. */
  public List<String> faults() {
    return faults;
  }

  @Override
  public List<ChannelMessage> write(Circular circular) {
    List<ChannelMessage> messages = new ArrayList<>();
    for (Channel channel : all) {
      try {
        messages.addAll(channel.write(circular));
      } catch (RuntimeException e) {
        // A template of the customer's that fails at real names must not keep a mail back.
        String cause = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        log.error("channel {} is not told: {}", channel.config().name(), cause);
        troubles.put(channel.config().name(), cause);
      }
    }
    return messages;
  }

  /** Notes how a channel answered; true if it is back after it was away. */
  boolean heard(String channel, Dialect.Answer answer) {
    if (answer.meaning() == Dialect.Meaning.SHUT) {
      String before = troubles.put(channel, answer.text());
      if (!answer.text().equals(before)) {
        log.warn("channel {} takes nothing, messages wait: {}", channel, answer.text());
      }
      return false;
    }
    return troubles.remove(channel) != null;
  }

  @Override
  public String name() {
    return "channels";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Optional<String> problem() {
    List<String> problems =
        Stream.concat(
                faults.stream(),
                troubles.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()))
            .toList();
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }
}
