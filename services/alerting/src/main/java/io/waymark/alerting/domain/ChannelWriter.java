package io.waymark.alerting.domain;

import java.util.List;

/** Writes what channels other than mail are told. */
public interface ChannelWriter {
  /** No channels. */
  ChannelWriter NONE = circular -> List.of();

  /** One message or more to each channel that wants to hear of it. */
  List<ChannelMessage> write(Circular circular);
}
