# Completion of diplotimeline in fish.
function __diplotimeline
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l behind (commandline -o)
    set -e behind[1..(count $before)]
    if test -n "$current"
        set -e behind[1]
    end
    set -l place (count $before)
    set -l found (_DIPLOTIMELINE_COMPLETE="fish $place" $before[1] $before[2..-1] "$current" $behind 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c diplotimeline -f -a '(__diplotimeline)'
