package throughline.adapter.web;

import throughline.core.conversation.Clockwork;
import throughline.core.conversation.ClockworkContract;

class HandClockTest extends ClockworkContract {
    private final HandClock clock = new HandClock(true);

    @Override
    protected Clockwork clock() {
        return clock;
    }
}
