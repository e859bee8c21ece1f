package throughline.adapter.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries nothing, but remembers what it was given. */
final class StubCourier implements Courier {
    private record Sent(String conversation, String id) {}

    private final List<Sent> sent = new ArrayList<>();
    private Optional<Undelivered> refusal = Optional.empty();
    private Member member = new Member("user", "t1");
    private int asked;
    private String askedWhere = "";

    void refuse(Undelivered failure) {
        refusal = Optional.of(failure);
    }

    void accept() {
        refusal = Optional.empty();
    }

    void knows(Member told) {
        member = told;
    }

    /** The conversation whose member was looked up last. */
    String askedWhere() {
        return askedWhere;
    }

    int asked() {
        return asked;
    }

    List<String> sentTo(String conversation) {
        return sent.stream()
                .filter(one -> one.conversation().equals(conversation))
                .map(Sent::id)
                .toList();
    }

    private void open() {
        refusal.ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public void send(Address to, String id, Message message) {
        open();
        sent.add(new Sent(to.conversation(), id));
    }

    @Override
    public Address open(Address near, String person) {
        open();
        return near.to("opened:" + person);
    }

    @Override
    public Member member(Address where, String person) {
        asked++;
        askedWhere = where.conversation();
        open();
        return member;
    }
}
