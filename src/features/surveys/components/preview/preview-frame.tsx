"use client";

import { useEffect, useRef, useState } from "react";
import { joinClasses } from "@/ui/join-classes";

export type Device = "phone" | "desktop";

const SIZES: Record<Device, { width: number; height: number }> = {
  phone: { width: 375, height: 667 },
  desktop: { width: 1024, height: 720 },
};

/**
 * A page in the frame of a device, scaled to the room there is. The page of the address before stays in view until the
 * next one is loaded, at the same place when only the text changed. Sandboxed: no form in it can be sent, no link leads out
 * of it. Scripts need no ban here: the page's own policy knows none.
 */
export function PreviewFrame({
  src,
  viewKey,
  device,
  title,
}: {
  src: string;
  /** Same key = the same page with other words: stays scrolled where it is. */
  viewKey: string;
  device: Device;
  title: string;
}) {
  const { width, height } = SIZES[device];
  const container = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<{ scale: number; height: number } | null>(null);
  const [loaded, setLoaded] = useState<{ src: string; viewKey: string } | null>(null);
  const frames = useRef(new Map<string, HTMLIFrameElement>());

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      const scale = Math.min(1, element.clientWidth / width);
      setRoom({ scale, height: element.clientHeight / scale });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);

  const show = (frame: HTMLIFrameElement) => {
    // The browser's own error page: the connection is gone, and what was shown before says more.
    if (!frame.contentDocument) return;
    // A screen reader must tell the landmarks of the page inside from those of the page around it.
    for (const landmark of frame.contentDocument.querySelectorAll("header, main, footer")) {
      landmark.setAttribute("aria-label", title);
    }
    const before = loaded && frames.current.get(loaded.src);
    if (before && before !== frame && loaded.viewKey === viewKey) {
      frame.contentWindow?.scrollTo(0, before.contentWindow?.scrollY ?? 0);
    }
    setLoaded({ src, viewKey });
  };

  const sources = loaded && loaded.src !== src ? [loaded.src, src] : [src];
  return (
    <div
      className={joinClasses(
        "overflow-hidden border-line-strong bg-surface",
        device === "phone"
          ? "mx-auto w-full max-w-[24.1875rem] rounded-[1.75rem] border-[0.375rem]"
          : "rounded-lg border",
      )}
    >
      {device === "desktop" && (
        <div aria-hidden className="flex gap-1.5 border-b border-line bg-sunken px-3 py-2">
          {["close", "shrink", "grow"].map((dot) => (
            <span key={dot} className="size-2 rounded-full bg-line-strong" />
          ))}
        </div>
      )}
      <div
        ref={container}
        className="relative w-full overflow-hidden"
        style={{
          aspectRatio: `${width} / ${height}`,
          maxHeight: `min(${height}px, max(22rem, 100dvh - 17rem))`,
        }}
      >
        {room &&
          sources.map((source) => {
            const isShown = loaded === null || source === loaded.src;
            // Another page is on its way and takes its time.
            const isLeaving = isShown && source !== src && loaded?.viewKey !== viewKey;
            return (
              <iframe
                key={source}
                ref={(frame) => {
                  if (frame) frames.current.set(source, frame);
                  else frames.current.delete(source);
                }}
                src={source}
                title={title}
                sandbox="allow-same-origin allow-scripts"
                onLoad={(event) => source === src && show(event.currentTarget)}
                aria-hidden={!isShown}
                tabIndex={isShown ? 0 : -1}
                className={joinClasses(
                  "absolute top-0 left-0 origin-top-left transition-opacity",
                  !isShown && "invisible",
                  isLeaving && "opacity-40 delay-300",
                )}
                style={{ width, height: room.height, transform: `scale(${room.scale})` }}
              />
            );
          })}
      </div>
    </div>
  );
}
