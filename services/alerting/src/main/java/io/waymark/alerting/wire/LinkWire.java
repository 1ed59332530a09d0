package io.waymark.alerting.wire;

import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.MailLinks;
import io.waymark.proto.alerting.v1.MailLink;
import io.waymark.proto.alerting.v1.MailLinkAction;
import io.waymark.proto.alerting.v1.MailLinkState;

/** Writes links as messages. */
public final class LinkWire {
  private LinkWire() {}

  /** The link as it stands. */
  public static MailLink link(MailLinks.View view) {
    MailLink.Builder link =
        MailLink.newBuilder()
            .setState(MailLinkState.valueOf("MAIL_LINK_STATE_" + view.state().name()))
            .setRecipient(view.recipient())
            .setLanguage(view.language().code());
    LinkAction action = view.action();
    if (action != null) {
      link.setAction(MailLinkAction.valueOf("MAIL_LINK_ACTION_" + action.name()));
    }
    if (view.alert() != null) {
      link.setAlert(AlertWire.alert(view.alert()));
    }
    if (view.expires() != null) {
      link.setExpires(Fields.time(view.expires()));
    }
    if (view.usedAt() != null) {
      link.setUsedAt(Fields.time(view.usedAt()));
    }
    return link.build();
  }
}
