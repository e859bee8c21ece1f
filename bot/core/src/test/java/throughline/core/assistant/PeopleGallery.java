package throughline.core.assistant;

import java.util.List;
import java.util.Map;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;

/** Who somebody is, what a beginner sees, and what is shared with others. */
final class PeopleGallery extends Showing {
    PeopleGallery(List<Gallery.Shown> shown) {
        super(shown);
    }

    void erasure() {
        chat = new Chat();
        ask("redact-refused", "maya", "redact I12 1");
        ask("redact-which", "admin", "redact I12");
        ask("redact-unknown", "admin", "redact unicorns 1");
        ask("redact", "admin", "redact I12 1");
        tap("redact-done", "admin", Actions.ASK, buttonValue(), Map.of());
        ask("history-redacted", "sam", "history I12");
        ask("forget-person-refused", "maya", "forget-person Tom Okafor");
        ask("forget-person-which", "admin", "forget-person");
        ask("forget-person", "admin", "forget-person Tom Okafor");
        tap("forget-person-done", "admin", Actions.ASK, buttonValue(), Map.of());
        ask("forget-person-only-admin", "admin", "forget me");
        ask("forget-me", "sam", "forget me");
        tap("forget-me-done", "sam", Actions.ASK, buttonValue(), Map.of());
    }

    void identities() {
        chat = new Chat();
        ask("account", "sam", "account");
        ask("account-wrong-code", "sam", "account AAAA-AAAA");
        ask("account-refused", "sam", "account for Maya Lind");
        ask("account-unknown", "sam", "account remove slack:T1/U9");
        ask("role", "sam", "role");
        ask("role-of-one", "sam", "role Maya Lind");
        ask("role-not-found", "sam", "role Nobody Atall");
        ask("role-refused", "sam", "role Sam Ortiz pm");
        ask("role-given", "admin", "role Sam Ortiz pm");
        ask("public", "sam", "public");
        outsider("public-to-a-guest", Standing.GUEST, Place.Reach.DIRECT);
        outsider("public-where-outsiders-read", Standing.MEMBER, Place.Reach.EXTERNAL);
        outsider("public-where-readers-are-unknown", Standing.MEMBER, Place.Reach.UNKNOWN);
        outsider("public-to-an-unverified-person", Standing.UNVERIFIED, Place.Reach.INTERNAL);
    }

    private void outsider(String name, Standing standing, Place.Reach reach) {
        Incoming incoming = chat.incoming("gil", "#growth", new Input.Said("now", Input.Manner.OPEN));
        shown(
                name,
                new Incoming(
                        incoming.delivery(),
                        new Speaker(incoming.account(), "Gil Guest", standing),
                        incoming.place().with(reach),
                        incoming.input(),
                        incoming.returnPath()));
    }

    void manners() {
        ask("help", "sam", "help");
        ask("help-one", "sam", "help why");
        ask("help-topic", "sam", "help keeping");
        ask("help-all", "sam", "help all");
        ask("misspelt", "sam", "latr");
        ask("not-understood", "sam", "sing me a song");
        tap("too-old", "sam", "gone-since-march", "I3", Map.of());
        shown("private-with-share", chat.incoming("sam", "#growth", new Input.Said("why I3", Input.Manner.COMMAND)));
    }

    void beginning() {
        chat = Chat.withoutRoadmap();
        ask("view-theme-empty", "sam", "view theme");
        ask("view-release-empty", "sam", "view release");
        ask("view-technology-empty", "sam", "view technology");
        ask("view-portfolio-empty", "sam", "view portfolio");
        ask("view-board-empty", "sam", "view board");
        ask("tree-empty", "sam", "tree");
        ask("public-empty", "sam", "public");
        ask("now-empty", "sam", "now");
        ask("next-nothing", "sam", "next");
        ask("later-empty", "sam", "later");
        ask("okrs-empty", "sam", "okrs");
        ask("team-empty", "sam", "team");
        ask("show-empty", "sam", "show I3");
        ask("which-okr-empty", "sam", "which-okr I3");
        ask("orphans-empty", "sam", "orphans");
        ask("check-empty", "sam", "check");
        ask("layer-empty", "sam", "layer");
        ask("diagnose-empty", "sam", "diagnose");
    }

    void sharing() {
        chat = new Chat();
        ask("comments-nothing", "maya", "comments");
        ask("comment-nothing-shared", "sam", "comment It is too much");
        ask("share-which", "maya", "share");
        ask("share-with-whom", "maya", "share now");
        ask("share-unknown", "maya", "share now with unicorns");
        ask("share-refused", "sam", "share now with growth");
        ask("share-empty", "maya", "share next with billing");
        ask("share", "maya", "share now with engineering leads and stakeholders");
        told("share-to-others", "sam");
        shown(
                "share-in-a-channel",
                chat.incoming("maya", "#growth", new Input.Said("share next", Input.Manner.COMMAND)));
        ask("comments-none", "maya", "comments SH1");
        ask("comment", "sam", "comment SH1 I9: Banks want it in spring.");
        told("comment-to-who-shared", "maya");
        tap(
                "comment-on-all",
                "priya",
                Actions.FILL,
                "comment SH1",
                Map.of("words", List.of("More than we can build."), "item", List.of("all")));
        ask("comments", "maya", "comments SH1");
    }

    /** Of the first button on the last card. */
    private String buttonValue() {
        return chat.last().card().buttons().get(0).value();
    }
}
