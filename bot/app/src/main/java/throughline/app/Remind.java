package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Reminders;

/** Reminds people of what they began. */
record Remind(Reminders reminders) implements Duty {
    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Optional<Instant> due() {
        return reminders.due();
    }

    @Override
    public void run() {
        reminders.run();
    }
}
