package throughline.core.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.FeatureRequest;

/** A request from its first word to what was decided of it. */
final class RequestGallery extends Showing {
    RequestGallery(List<Gallery.Shown> shown) {
        super(shown);
    }

    void requesting() {
        chat = new Chat();
        ask("request", "sam", "request");
        fill("request-told-wrong", "sam", Map.of("title", "!", "revenue", "a lot"));
        chat.ask("sam", "cancel");
        ask("can-we-have", "sam", "can we have bulk export to Excel?");
        ask("request-okr", "sam", "request bulk export to Excel, Globex wants it to renew");
        ask("request-asked-again", "sam", "the purple one");
        ask("request-in-progress", "sam", "request dark mode for auditors");
        ask("request-resumed", "sam", "request");
        fill("request-no-okr", "sam", Map.of("okr", "none"));
        chat.ask("sam", "back");
        fill("request-estimate", "sam", Map.of("okr", "O3"));
        fill("request-estimate-wrong", "sam", Map.of("movement", "a lot", "delay", "20-50k a month"));
        fill("request-swap", "sam", Map.of("movement", "+ 1 point", "delay", "20-50k a month", "reach", "300-600"));
        chat.ask("sam", "back");
        fill("request-swap-of-a-small-one", "sam", Map.of("size", "small"));
        chat.ask("sam", "back");
        fill("request-swap-again", "sam", Map.of("size", "medium"));
        fill("request-confirm", "sam", Map.of("out", "I12"));
        Button send = button("Send");
        tap("request-old-card", "sam", Actions.ASK, send.value().replace(".send send", ".okr"), Map.of());
        tap("request-sent", "sam", Actions.ASK, send.value(), Map.of());
        told("request-to-the-pm", "maya");
        tap("request-sent-already", "sam", Actions.ASK, send.value(), Map.of());
        ask("request-alike", "priya", "request bulk export to Excel for Initech");
        chat.tap("priya", "Join R1");
        shown.add(new Gallery.Shown("request-join", chat.last(), open("priya")));
        fill("request-joined", "priya", Map.of("customers", "Initech", "revenue", "20-40k"));
        told("request-joined-to-the-author", "sam");
        ask("request-alike-on-the-roadmap", "sam", "request faster search");
        chat.tap("sam", "Join I12");
        fill("request-joined-on-the-roadmap", "sam", Map.of("customers", "Globex"));
        ask("request-without-likes", "sam", "request a coffee corner in the lobby");
        fill("request-without-okr", "sam", Map.of("okr", "none"));
        chat.tap("sam", "Keep it on record");
        ask("request-begun", "sam", "request repainting");
        ask("request-left", "sam", "cancel");
        tap("request-done-with", "sam", Actions.ASK, "request gone.okr O2", Map.of());
        ask("requests-of-ones-own", "sam", "requests mine");
        ask("requests-quiet", "sam", "requests quiet");
        ask("requests-on", "sam", "requests on");
        ask("settings-intake-refused", "sam", "settings intake #requests");
        ask("settings-intake", "maya", "settings intake #requests");
        Snapshot snapshot = chat.store.load("");
        FeatureRequest asked =
                snapshot.roadmap().requests().stream().findFirst().orElseThrow();
        Card inChannel = new CaseCard(Returns.scene(snapshot, Chat.NOW), asked).toChannel();
        shown.add(new Gallery.Shown(
                "request-in-its-channel",
                new Reply(Reply.Visibility.PUBLIC, inChannel, Optional.empty()),
                open("maya")));
        ask("settings-intake-off", "maya", "settings intake off");
        ask("requests-open", "tom", "requests open");
        ask("requests-by-team", "tom", "requests by team");
        ask("requests-by-customer", "tom", "requests by customer");
        ask("requests-of-a-customer", "tom", "requests by customer Initech");
        ask("requests-of-nobody", "tom", "requests by customer Umbrella");
        ask("requests-one", "tom", "requests R1");
        chat.ask("maya", "decide R1 decline because two accounts ask for it");
        Snapshot decided = chat.store.load("");
        FeatureRequest declined =
                decided.roadmap().find(asked.id(), FeatureRequest.class).orElseThrow();
        shown.add(new Gallery.Shown(
                "request-decided-in-its-channel",
                new Reply(
                        Reply.Visibility.PUBLIC,
                        new CaseCard(Returns.scene(decided, Chat.NOW), declined).toChannel(),
                        Optional.empty()),
                open("maya")));
    }

    void deciding() {
        chat = new Chat();
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        ask("decisions-none", "maya", "decisions");
        ask("decisions-tax-none", "maya", "decisions tax");
        ask("decide-which", "maya", "decide R9 next");
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM, Acme.PRIYA);
        Filed.by(chat, "R2", "Export for auditors", "I7", Acme.SAM);
        Filed.by(chat, "R3", "Roles for contractors", "I7", Acme.SAM);
        ask("decide-refused", "sam", "decide R1 next because I want it");
        ask("decide-form", "maya", "decide R1");
        ask("decide-problems", "maya", "decide R1 swap I14; revisit if churn > 3 %");
        ask("ask-back-request-form", "maya", "ask-back R1");
        ask("ask-back-request", "maya", "ask-back R1 For how many accounts?");
        told("ask-back-request-to-its-author", "sam");
        ask("reply-request-form", "sam", "reply R1");
        ask("reply-request", "sam", "reply R1 Two renew in September.");
        told("reply-request-to-who-decides", "maya");
        ask("show-request", "sam", "show R1");
        ask("decide-swap", "maya", "decide R1 swap because the deal is large");
        told("decide-swap-to-its-owner", "tom");
        told("decide-swap-to-its-author", "sam");
        ask("decide-finish-early", "maya", "decide R1 finish");
        ask("agree-which", "tom", "agree");
        ask("agree-refused", "sam", "agree D1");
        ask("object-form", "tom", "object D1");
        ask("object", "tom", "object D1 because tickets are rising");
        told("object-to-the-lead", "priya");
        told("object-to-who-decided", "maya");
        ask("show-decision-objected", "sam", "show D1");
        ask("overrule-form", "priya", "overrule D1");
        ask("uphold-form", "priya", "uphold D1");
        ask("overrule", "priya", "overrule D1 because the deal pays for both");
        told("overrule-to-who-decided", "maya");
        told("overrule-to-its-owner", "tom");
        ask("decide-finish-incomplete", "maya", "decide R1 finish");
        Filed.complete(chat, "I15");
        ask("decide", "maya", "decide R1 finish");
        told("decide-to-who-asked", "sam");
        ask("decide-already", "maya", "decide R1");
        ask("agree-over", "tom", "agree D1");
        ask("show-decision", "sam", "show D1");
        ask("decide-full", "maya", "decide R2 now because it is next");
        chat.ask("maya", "decide R2 swap I9 because auditors come; revisit if O1-KR2 passes 55 %");
        chat.ask("maya", "decide R2 swap I7 because auditors come");
        chat.ask("maya", "decide R2 again swap I3 because auditors come");
        ask("decide-swap-without-asking", "maya", "decide R2 again swap I4 because auditors come");
        Filed.by(chat, "R4", "Invoices by post", "I15", Acme.SAM);
        chat.promote(Acme.TOM, Role.PRODUCT_LEAD);
        chat.ask("tom", "decide R4 swap because lawyers ask");
        chat.ask("maya", "object D5 because it has just begun");
        ask("uphold", "priya", "uphold D5 because nobody reads letters");
        told("uphold-to-who-decided", "tom");
        told("uphold-to-its-owner", "maya");
        chat.ask("tom", "decide R4 swap because lawyers ask again");
        ask("agree", "maya", "agree D6");
        told("agree-to-who-decided", "tom");
        ask("decide-decline", "maya", "decide R3 decline because two accounts ask; revisit if O1-KR2 passes 55 %");
        told("decide-decline-to-who-asked", "sam");
        ask("why-not-decided", "sam", "why-not roles for contractors");
        ask("why-not-decided-by-id", "sam", "why-not R3");
        ask("decisions", "maya", "decisions");
        ask("decisions-waiting", "maya", "decisions waiting");
        ask("revisit-form", "maya", "revisit D7");
        ask("revisit-problem", "maya", "revisit D7 three renewals name it");
        ask("revisit", "maya", "revisit D7 O1-KR2 > 50 % or 2027-06-30");
        ask("check-in-brings-back", "maya", "check-in O1-KR2 56 % yes");
        waiting("check-in-brings-back-to-who-asked", "sam");
        ask("show-decision-reopened", "maya", "show D7");
        ask("decide-override", "maya", "decide R3 override because the contract ends");
        ask("decisions-tax", "maya", "decisions tax");
        chat.after(Duration.ofDays(9));
        chat.ask("maya", "done I15");
        waiting("done-to-who-asked", "sam");
        chat.ask("maya", "check-in O1-KR2 57 % yes");
        waiting("check-in-to-who-asked", "sam");
        ask("decide-withdrawn", "maya", "decide R3");
        movingUnanswered();
        leaving();
    }

    private void movingUnanswered() {
        chat = new Chat();
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        ask("move-unanswered", "maya", "move I15 now instead of I7 because it is urgent");
        ask("move-unanswered-by-its-owner", "tom", "move I15 now instead of I7 because it is urgent");
        chat.ask("tom", "object D1 because tickets are rising");
        ask("move-objected", "maya", "move I15 now instead of I7 because it is urgent");
        chat.ask("maya", "decide R1 next because tickets are rising");
        told("decide-otherwise-to-its-owner", "tom");
        chat.ask("maya", "drop I15 yes because nobody asks for it any more");
        ask("decide-over", "maya", "decide R1 again now because they do");
        ask("decide-taken-up-again", "maya", "decide R1 again later because they do");
        ask("requests-decided", "sam", "requests");
    }

    private void leaving() {
        chat = new Chat();
        Filed.by(chat, "R1", "Bulk export", "I7", Acme.SAM, Acme.PRIYA, Acme.TOM);
        chat.ask("maya", "ask-back R1 For how many accounts?");
        ask("withdraw-joined", "sam", "withdraw R1");
        told("withdraw-joined-to-its-heir", "priya");
        told("withdraw-joined-to-who-decides", "maya");
        ask("withdraw-voice", "tom", "withdraw R1");
        ask("withdraw-request", "priya", "withdraw R1");
        told("withdraw-request-to-who-decides", "maya");
    }
}
